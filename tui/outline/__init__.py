"""DOCUMENT → SECTIONS: the outline, given, detected or inferred, each node with its reason."""
