"""Where the bundled program starts."""

import sys

from reader.cli import main

sys.exit(main())
