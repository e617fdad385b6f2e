package org.callboard.core.storage;

import java.util.Set;

/** Words that one database or the other reads as something else than a name. */
final class ReservedNames {

    private static final Set<String> WORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both by case cast
            char character check coalesce collate collation column concurrently constraint create cross current_catalog
            current_date current_path current_role current_schema current_time current_timestamp current_user day dec decimal
            default deferrable desc distinct do else end except exists extract false fetch filter float for foreign freeze from
            full grant greatest group grouping groups having hour if ilike in initially inner inout insensitive int integer intersect
            interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value key lateral leading least left like limit localtime
            localtimestamp merge_action minus minute month national natural nchar none normalize not notnull null nullif
            numeric offset on only or order out outer over overlaps overlay partition placing position precision primary qualify
            range real references regexp returning right row rownum rows second select session_user set setof similar
            smallint some substring symmetric system_user table tablesample then time timestamp to today top trailing treat
            trim true uescape union unique unknown user using value values varchar variadic verbose when where window
            with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize
            xmltable year _rowid_ sysdate systimestamp dual
            """.strip().split("\\s+"));

    private ReservedNames() {}

    static boolean contains(String name) {
        return WORDS.contains(name) || name.startsWith("pg_");
    }
}
