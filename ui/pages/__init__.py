"""The pages, one file each, imported when they are first opened."""
