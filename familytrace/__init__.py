"""FamilyTrace: records of missing relatives, kept and shared only with consent."""

__version__ = "0.1.0"
