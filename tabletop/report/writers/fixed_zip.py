"""Office files are zip files; here their entries get one fixed time instead of the clock's."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def with_fixed_times(package: bytes) -> bytes:
    """Return the same zip file with every entry dated 1 January 1980, the earliest a zip knows."""
    result = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as given, ZipFile(result, "w", ZIP_DEFLATED) as written:
        for name in given.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            written.writestr(entry, given.read(name))
    return result.getvalue()
