"""Settings that make any spaCy pipeline faster and change none of its annotations.

Matrix products. spaCy multiplies with BLIS, whose copy inside the `blis` package knows no processor newer than 2019
and falls back to generic code (20-35 GFLOP/s where numpy's own library gives 90-104). Models loaded under
`numpy_products` multiply with numpy.

Threads. numpy's library starts as many threads as there are cores, which for products as small as ours costs twelve
times the CPU time. `one_thread` holds it to one while an engine works and gives the rest back afterwards, so a
program that uses extractor as a library keeps its own setting. The command line, a process of its own, sets
OPENBLAS_NUM_THREADS before numpy is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

BATCH = 16
"""Articles a batch. The parser moves all of a batch by one step at a time: fewer cost more, and 32 gain nothing on 16."""


def numpy_products() -> AbstractContextManager[None]:
    """A block in which models are loaded that multiply with numpy, unless spaCy was told to use a GPU or Apple's library."""
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if type(get_current_ops()) is not NumpyOps:
        return nullcontext()
    return use_ops("numpy", use_blis=False)


def one_thread() -> Callable[[], AbstractContextManager[Any]]:
    """Makes blocks in which numpy's matrix products run in one thread."""
    import numpy  # noqa: F401  # its library must be there before it can be found
    from threadpoolctl import ThreadpoolController

    libraries = ThreadpoolController()
    return lambda: libraries.limit(limits=1, user_api="blas")
