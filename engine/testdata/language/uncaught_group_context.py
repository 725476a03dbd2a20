# An ExceptionGroup raised while another exception is handled, and one from except*.
def main():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise ExceptionGroup("many", [ValueError(1), TypeError("two"), ExceptionGroup("deep", [OSError(3), ValueError(4)])])
        except* ValueError as group:
            print("values", group.exceptions)
            raise KeyError("from the handler")
        except* OSError:
            print("os errors")


try:
    main()
except BaseException as error:
    print(repr(error))
    print(repr(error.__context__))
main()
