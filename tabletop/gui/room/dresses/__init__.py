"""The dress of each family of channels: how its paper looks, and what is told by it at a glance.

Each module has one function that turns an inject into sheets; a sheet paints itself onto the
stage. EXERCISE stands inside every paper at least twice, at opposite places, and over every
picture, so that no photograph of the screen can pass as real.
"""
