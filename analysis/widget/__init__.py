"""The annotation widget: `annotate` opens an article in a notebook; `Annotation` is the same without a browser."""

from analysis.widget.annotation import Annotation
from analysis.widget.opening import open_annotation

__all__ = ["Annotation", "annotate", "open_annotation"]


def __getattr__(name):
    # anywidget and IPython take most of a second to import: only when the widget itself is wanted.
    if name == "annotate":
        from analysis.widget.widget import annotate

        return annotate
    raise AttributeError(name)
