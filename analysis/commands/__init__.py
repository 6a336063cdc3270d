"""The commands of `isnad`, one module each: its docstring is the help, `add_arguments` and `run` are the rest."""
