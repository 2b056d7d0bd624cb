// The language of predicates over items; docs/filters.md says what each part means.
grammar PredicateLanguage;

predicate
    : either EOF
    ;

either
    : both (OR both)*
    ;

both
    : single (AND single)*
    ;

single
    : NOT single            # negation
    | '(' either ')'        # group
    | HAS '(' name ')'      # known
    | operand relation      # related
    ;

// Apart from what stands before it, so that one token decides and faults are named where they are.
relation
    : operator=('==' | '!=' | '<=' | '<' | '>=' | '>') operand      # compared
    | IN list                                                       # among
    | IN operand                                                    # contained
    ;

operand
    : name
    | literal
    ;

name
    : NAME
    | QUOTED_NAME
    ;

list
    : '[' literal (',' literal)* ']'
    ;

literal
    : TEXT
    | NUMBER
    | TRUE
    | FALSE
    ;

OR: 'or';
AND: 'and';
NOT: 'not';
HAS: 'has';
IN: 'in';
TRUE: 'true';
FALSE: 'false';

NAME: [\p{L}_] WORD* ('.' [\p{L}_] WORD*)?;
QUOTED_NAME: '`' WORD+ '`';
NUMBER: '-'? [0-9]+ ('.' [0-9]+)? ([eE] [-+]? [0-9]+)?;
TEXT: '"' (~["\\\p{Cc}] | '\\' ["'\\])* '"' | '\'' (~['\\\p{Cc}] | '\\' ["'\\])* '\'';
SPACE: [ \t\r\n]+ -> skip;

// Whatever nothing above begins with; so that it is the parser that refuses it.
OTHER: .;

fragment WORD: [\p{L}\p{Nd}_-];
