"""Faulty copies of our modules: one line changed, to show that a test would notice."""

import inspect
import sys
from types import ModuleType
from typing import Any

from familytrace.consent import authority, coarsen, gate, redact, slips

_CONSENT = {module.__name__: module for module in (authority, coarsen, redact, slips, gate)}


def faulty_copy(module: ModuleType, old: str, new: str) -> ModuleType:
    """Return a copy of a module in which one piece of its text is another.

    The piece must stand there exactly once, so that a fault cannot silently vanish when
    the module is rewritten.
    """
    source = inspect.getsource(module)
    if source.count(old) != 1:
        raise AssertionError(f"{module.__name__}: {source.count(old)} times: {old}")
    name = f"faulty_{module.__name__.rpartition('.')[2]}"
    copy = ModuleType(name)
    copy.__file__ = module.__file__
    sys.modules[name] = copy
    try:
        exec(compile(source.replace(old, new), f"<{name}>", "exec"), copy.__dict__)
    finally:
        del sys.modules[name]
    return copy


def faulty_gate(module: ModuleType, old: str, new: str) -> Any:
    """Return ``disclose`` of a gate that works with one faulty copy of a module of consent."""
    if module is gate:
        return faulty_copy(gate, old, new).disclose
    copy = faulty_copy(module, old, new)
    whole = faulty_copy(gate, '"""The one way out', '"""The one way out')
    for name, value in vars(_CONSENT[module.__name__]).items():
        if getattr(whole, name, None) is value and hasattr(copy, name):
            setattr(whole, name, getattr(copy, name))
    return whole.disclose
