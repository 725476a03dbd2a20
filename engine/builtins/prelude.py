async def anext_default(awaitable, default):
    """anext(it, default)."""
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
