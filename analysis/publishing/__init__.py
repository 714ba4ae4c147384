"""From notebook to page: parameters checked, papermill run, exported, written when whole."""


def report(notebooks, out=None, parameters=None, sets=None, force=False) -> int:
    """Run the notebooks (none named: all) and write their pages and data; 0, 1 or 2 for the shell.

    `out`: folder, by default the project's `reports/`; `parameters`: names with the words of the
    command line; `sets`: a YAML file of named parameter sets, of which those that changed since
    their page was made are run, or all with `force`.
    """
    from analysis.publishing import quick

    with quick.imports():
        from analysis.publishing import run

    return run.report(notebooks, out, parameters or {}, sets, force)


def help_text(notebook: str) -> str:
    """What can be set in a notebook: names, types, defaults, help, from its parameters cell."""
    from analysis.publishing import notebooks, parameters, quick

    with quick.imports():
        import nbformat  # noqa: F401

    path = notebooks.find(notebook)
    return parameters.described(path.stem, notebooks.read(path))
