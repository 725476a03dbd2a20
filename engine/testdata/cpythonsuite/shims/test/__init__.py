"""The package of CPython's tests, as far as test_asyncio needs it."""
