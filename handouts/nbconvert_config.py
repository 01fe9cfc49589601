# For nbconvert itself: jupyter nbconvert --config handouts/nbconvert_config.py notebooks/NAME.ipynb
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

c = get_config()  # noqa: F821, given by traitlets
c.NbConvertApp.export_format = "nnlab_handouts.HandoutExporter"
