# An uncaught exception with causes, contexts and notes, three deep.
def first():
    {}["missing"]


def second():
    try:
        first()
    except KeyError as error:
        error.add_note("a note\nin two lines")
        raise ValueError("second") from error


def third():
    try:
        second()
    except ValueError:
        int("during handling")


def fourth():
    try:
        third()
    except ValueError as error:
        fresh = RuntimeError("the last")
        fresh.add_note("another note")
        raise fresh from None


try:
    fourth()
except RuntimeError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    third()
finally:
    print("finally runs")
