"""How text is laid out and made safe, whatever it says: widths, colours, Markdown, YAML."""
