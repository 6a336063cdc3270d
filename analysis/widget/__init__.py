"""The annotation widget: `annotate` opens an article in a notebook, `adjudicate` makes a third coding from two.

`open_annotation` and `open_adjudication` return the same without a browser: an Annotation.
"""

from analysis.widget.annotation import Annotation
from analysis.widget.opening import open_adjudication, open_annotation

__all__ = ["Annotation", "adjudicate", "annotate", "open_adjudication", "open_annotation"]


def __getattr__(name):
    # anywidget and IPython take most of a second to import: only when the widget itself is wanted.
    if name in ("adjudicate", "annotate"):
        from analysis.widget import widget

        return getattr(widget, name)
    raise AttributeError(name)
