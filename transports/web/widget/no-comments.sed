# Whole lines of comment go, and a type that stands before code on its line.
/^[[:space:]]*\/\//d
/^[[:space:]]*\/\*\*.*\*\/[[:space:]]*$/d
/^[[:space:]]*\/\*\*[[:space:]]*$/d
/^[[:space:]]*\*\/[[:space:]]*$/d
/^[[:space:]]*\*([[:space:]].*)?$/d
/^[[:space:]]*$/d
s/^([[:space:]]*)(\/\*\*[^*]*\*\/[[:space:]]*)+/\1/
