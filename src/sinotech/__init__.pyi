from sinotech.api import Notice as Notice
from sinotech.api import Reference as Reference
from sinotech.api import open as open
from sinotech.errors import AmbiguousError as AmbiguousError
from sinotech.errors import DraftError as DraftError
from sinotech.errors import HandleError as HandleError
from sinotech.errors import NotFoundError as NotFoundError
from sinotech.errors import RecordError as RecordError
from sinotech.errors import SinotechError as SinotechError
from sinotech.errors import StoreError as StoreError
from sinotech.errors import UsageError as UsageError

__version__: str
