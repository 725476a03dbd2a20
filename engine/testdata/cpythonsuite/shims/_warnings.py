"""The C half of module warnings, which is one module in the engine."""

from warnings import _filters_mutated, defaultaction as _defaultaction, filters, onceregistry as _onceregistry, warn, warn_explicit
