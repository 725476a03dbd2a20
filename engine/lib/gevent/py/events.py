__all__ = ['subscribers']

subscribers = []


def notify(event):
    for subscriber in subscribers:
        subscriber(event)


def notify_and_call_entry_points(event):
    notify(event)
