"""What is planned: the frozen model of a scenario and what can be said about it without playing it.

Pure: no files, clock, network or chance. May import nothing else of Tabletop. A ``Scenario`` is
checked once, at the door (``scenario_files``); past the door nothing checks it again.

Two decisions shaped this package. Texts stay plain ``str`` (a text given in several languages is a
``Localised``, which is a ``str`` in the scenario's own language), so that nothing downstream has to
know about languages. And every rule and condition is its own frozen class under a discriminated
union, so that ``match`` with ``assert_never`` finds every place that must learn of a new kind.
"""
