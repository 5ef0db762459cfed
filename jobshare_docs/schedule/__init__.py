"""The arithmetic of a rota: standard library only, exact fractions, no words but its own."""
