/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void syl_output_text       (const char  *text);
void syl_output_row        (GPtrArray   *rows,
                            const char  *first,
                            ...) G_GNUC_NULL_TERMINATED;
void syl_output_rows       (GPtrArray   *rows);
void syl_output_json_array (GPtrArray   *objects);

G_END_DECLS
