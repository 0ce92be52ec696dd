"""Putting the parts together: the one place that knows them all.

``cli`` asks a ``Workbench`` for jobs; ``gui`` gets ``services.GuiServices``, which turns its wishes
into the same jobs. The clock, ids, places on disk and the database come into being here and are
handed down as arguments. Imports are lazy where a job does not need a part.
"""
