"""The grammar of the SOQL that the org understands."""

# Keywords are words only where the grammar expects them, so that an object may be called Group.
GRAMMAR = r"""
start: _SELECT columns _FROM NAME alias? scope? where? group? order? limit? offset? view?
subquery: "(" _SELECT columns _FROM NAME alias? where? order? limit? ")"
alias: [_AS] NAME
scope: _USING _SCOPE NAME
columns: column ("," column)*
?column: path | call | subquery
path: NAME ("." NAME)*
call: COUNT "(" [path] ")" [NAME]  -> aggregate
    | AGGREGATE "(" path ")" [NAME] -> aggregate
    | FIELDS "(" NAME ")" -> fieldset
where: _WHERE condition
?condition: simple | conjunction | disjunction | negation
conjunction: simple (_AND simple)+
disjunction: simple (_OR simple)+
negation: _NOT simple
?simple: "(" condition ")" | comparison | membership
comparison: path OPERATOR value | path LIKE value
membership: path (IN | NOT_IN) (list | semijoin) | path (INCLUDES | EXCLUDES) list
list: "(" value ("," value)* ")"
semijoin: "(" _SELECT path _FROM NAME where? ")"
?value: STRING -> string | DATETIME -> datetime | DATE -> date | NUMBER -> number
    | TRUE -> true | FALSE -> false | NULL -> null | DATE_N -> relative | NAME -> relative
group: _GROUP _BY path ("," path)*
order: _ORDER _BY sort ("," sort)*
sort: path [ASC | DESC] [NULLS_FIRST | NULLS_LAST]
limit: _LIMIT NUMBER
offset: _OFFSET NUMBER
view: _FOR (VIEW | REFERENCE)

_SELECT.2: /select\b/i
_FROM.2: /from\b/i
_WHERE.2: /where\b/i
_USING.2: /using\b/i
_SCOPE.2: /scope\b/i
_AS.2: /as\b/i
_AND.2: /and\b/i
_OR.2: /or\b/i
_NOT.2: /not\b/i
_GROUP.2: /group\b/i
_ORDER.2: /order\b/i
_BY.2: /by\b/i
_LIMIT.2: /limit\b/i
_OFFSET.2: /offset\b/i
_FOR.2: /for\b/i
VIEW.2: /view\b/i
REFERENCE.2: /reference\b/i
COUNT.3: /count(?=\s*\()/i
AGGREGATE.3: /(count_distinct|min|max|sum|avg)(?=\s*\()/i
FIELDS.3: /fields(?=\s*\()/i
LIKE.2: /like\b/i
IN.2: /in\b/i
NOT_IN.3: /not\s+in\b/i
INCLUDES.2: /includes\b/i
EXCLUDES.2: /excludes\b/i
ASC.2: /asc\b/i
DESC.2: /desc\b/i
NULLS_FIRST.2: /nulls\s+first\b/i
NULLS_LAST.2: /nulls\s+last\b/i
TRUE.2: /true\b/i
FALSE.2: /false\b/i
NULL.2: /null\b/i
OPERATOR: "=" | "!=" | "<>" | "<=" | ">=" | "<" | ">"
STRING: /'(?:[^'\\]|\\.)*'/s
DATETIME.4: /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)/i
DATE.3: /\d{4}-\d\d-\d\d/
NUMBER.2: /-?\d+(\.\d+)?/
DATE_N.3: /[a-z_]+:\d+/i
NAME: /[A-Za-z_][A-Za-z0-9_]*/
%ignore /\s+/
"""
