"""FILE → DOCUMENT: what a source says, where, and what kind of block each part is."""
