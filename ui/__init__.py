"""The window of FamilyTrace: Qt only, thin, on top of the actions."""
