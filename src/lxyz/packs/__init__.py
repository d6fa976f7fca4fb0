"""Rule packs: the documents as data. `load` reads them, `model` is their shape."""
