"""What the screens are made of: each pane shows spans and posts what the reader asks for."""
