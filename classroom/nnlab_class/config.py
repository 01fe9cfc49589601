"""nbgrader's settings for a course of nnlab: the course's own nbgrader_config.py calls `configure`."""

from nbgrader import preprocessors as own
from nbgrader.preprocessors import GetGrades

from .cells import OpenGaps, PutBackCells
from .collect import AnyPlatform
from .exchange import share
from .feedback import FeedbackPage, PointsTable
from .marks import MarksByTask
from .names import ROOT
from .submission import RunSubmission


def configure(c):
    share(c)
    c.ClearHiddenTests.begin_test_delimeter = "// BEGIN HIDDEN TESTS"
    c.ClearHiddenTests.end_test_delimeter = "// END HIDDEN TESTS"
    c.GenerateAssignment.preprocessors = [
        own.LockCells,
        OpenGaps,
        own.ClearOutput,
        own.CheckCellMetadata,
        own.ComputeChecksums,
        own.SaveCells,
        own.ClearHiddenTests,
        own.ComputeChecksums,
        own.CheckCellMetadata,
    ]
    c.Autograde.sanitize_preprocessors = [
        own.ClearOutput,
        own.DeduplicateIds,
        own.OverwriteKernelspec,
        PutBackCells,
        own.OverwriteCells,
        own.CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        RunSubmission,
        own.LimitOutput,
        own.SaveAutoGrades,
        own.AssignLatePenalties,
        own.CheckCellMetadata,
    ]
    c.GenerateFeedback.preprocessors = [GetGrades, PointsTable]
    c.GenerateFeedback.exporter_class = FeedbackPage
    # nbgrader gives all pages its own template, unless this one has said which it wants.
    c.FeedbackPage.template_name = "nnlab"
    c.FeedbackPage.extra_template_basedirs = [str(ROOT / "handouts" / "templates")]
    c.ExportApp.plugin_class = MarksByTask
    c.ZipCollectApp.collector_plugin = AnyPlatform
