"""Takes out of a TensorFlow wheel what tfjs-node needs: two libraries, what they need themselves (ARM's wheel
brings its own OpenMP), and the headers of the C interface.

usage: unpack.py WHEEL FOLDER
"""

import re
import sys
import zipfile

KEEP = re.compile(
    r"tensorflow\.libs/lib[^/]+"
    r"|tensorflow/(libtensorflow_(cc|framework)\.(so\.2|2\.dylib)|THIRD_PARTY_NOTICES\.txt"
    r"|include/tensorflow/(c/.*|core/platform/ctstring.*)\.h"
    r"|include/(tsl|xla/tsl)/(c|platform)/(ctstring|tsl_).*\.h)"
)

wheel, folder = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(folder, [name for name in archive.namelist() if KEEP.fullmatch(name)])
