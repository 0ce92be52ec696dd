"""Numbers from a finished or running exercise. Pure, standard library only.

The formulas (`agreement`, `rankings`, `reliability`, `postures`, `shares`) take plain sequences and
mappings, so that each can be checked by hand against its published reference values; `metrics`
puts those of one decision together under the names the report's JSON uses. A number that has no
meaning is None, never zero: below three answers there is no index, without a scale no position.
Results are not rounded; whoever prints them rounds.
"""
