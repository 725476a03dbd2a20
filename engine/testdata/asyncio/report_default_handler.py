# What the default handler writes for own contexts.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({})
    loop.call_exception_handler({"message": "text", "zeta": [1], "alpha": "a"})
    try:
        raise ValueError("with traceback")
    except ValueError as e:
        loop.call_exception_handler({"message": "failed", "exception": e})
    loop.default_exception_handler({"message": "direct", "future": None})

asyncio.run(main())
