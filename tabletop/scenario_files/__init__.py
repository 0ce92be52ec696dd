"""Scenario files and packages: reading them, and saying everything that is wrong at once.

May import ``scenario`` and ``exercise``; nothing above imports YAML. A file from a stranger is
untrusted: size, depth, number of events, decompression and attachments are limited, no path leaves
the folder, and nothing is unpacked to the disk.

Three decisions shaped this package. The text is read through libyaml's *events* by a builder of
our own (``yaml_tree``), because the usual loaders crash, explode or guess types. Lines and columns
are looked up by a second walk only when there is a finding (``positions``), which makes reading a
scenario without findings several times faster than ``yaml.load``. And a file whose model cannot be
built is checked without its broken parts (``mending``), so that an author sees everything at once.

This file imports nothing: who wants one module (where the assets lie, say) does not wait for the
rest. ``reader.read_scenario`` is the door. Format history: version 1 is the first (``upgrades``).
"""
