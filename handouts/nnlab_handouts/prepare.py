"""What happens to a lesson before the template prints it, as nbconvert's last preprocessor."""

from nbconvert.preprocessors import Preprocessor
from traitlets import Bool

from .editions import fold_solutions, folds_below, for_students, opening
from .markdown import PageRenderer, render
from .notebook import download
from .outputs import data_sets, prepare_outputs
from .repeated import leave_out_repeated
from .search import sections


class PreparePage(Preprocessor):
    """Leaves in `cell.metadata.page` what the template prints, in `resources` the headings."""

    student = Bool(False)

    def preprocess(self, nb, resources):
        said = data_sets(nb.cells)
        solves = "solves" in nb.metadata.get("nnlab", {})
        if self.student:
            nb.cells = opening(nb.cells) if solves else for_students(nb.cells)
        name = resources.get("metadata", {}).get("name", "lesson")
        resources["notebook"] = None if self.student and solves else download(nb, name)
        for cell in nb.cells:
            cell.metadata["page"] = {}
        fold_solutions(nb.cells)
        leave_out_repeated(nb.cells)
        prepare_outputs(nb.cells)
        renderer = PageRenderer(resources.get("metadata", {}).get("path", ""))
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                # What one clicks on to unfold holds no link.
                renderer.anchors = not folds_below(cell)
                html = render(cell.source, renderer, cell.get("attachments"))
                cell.metadata.page["html" if renderer.anchors else "opens"] = html
        resources["headings"] = renderer.headings
        resources["data_sets"] = said
        resources["sections"] = sections(nb.cells)
        return nb, resources
