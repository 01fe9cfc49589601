"""The lessons as HTML pages that work alone: an nbconvert exporter and its parts."""

from .exporter import HandoutExporter

__all__ = ["HandoutExporter"]
