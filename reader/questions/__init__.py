"""Questions and their answers in a paper: recognised, proposed as pairs with reasons, and reported."""
