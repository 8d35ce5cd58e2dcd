"""`sinotech lsp`: diagnostics and evidence in an editor, while a draft is written."""
