# An uncaught ExceptionGroup, nested, with notes and causes.
def fail(kind, text):
    raise kind(text)


def collect(*calls):
    errors = []
    for kind, text in calls:
        try:
            fail(kind, text)
        except Exception as error:
            errors.append(error)
    return errors


inner = ExceptionGroup("inner", collect((TypeError, "t"), (KeyError, "k")))
inner.add_note("note on the inner group")
errors = collect((ValueError, "v"))
errors[0].add_note("note on a leaf")
try:
    raise errors[0]
except ValueError as error:
    late = OSError(2, "while handling")
    late.__cause__ = error
raise ExceptionGroup("outer", [inner, *errors, late])
