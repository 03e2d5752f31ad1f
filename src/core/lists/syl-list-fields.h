/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-json-reader.h"

G_BEGIN_DECLS

/**
 * SylListFields:
 * @reader: (transfer none): where values come from
 * @cut: set when a value was too long and was cut
 *
 * Reads values of a list file into fields, bounded and cleaned. Each function takes the value at
 * the reader and replaces what the field held before.
 */
typedef struct
{
  SylJsonReader *reader;
  gboolean cut;
} SylListFields;

void syl_list_fields_take_line    (SylListFields  *self,
                                   char          **field,
                                   gsize           max_chars);
void syl_list_fields_take_block   (SylListFields  *self,
                                   char          **field,
                                   gsize           max_chars);
void syl_list_fields_take_slug    (SylListFields  *self,
                                   char          **field);
void syl_list_fields_take_address (SylListFields  *self,
                                   char          **field);
void syl_list_fields_take_day     (SylListFields  *self,
                                   char          **field);
void syl_list_fields_take_number  (SylListFields  *self,
                                   unsigned int   *field,
                                   unsigned int    max);
void syl_list_fields_take_names   (SylListFields  *self,
                                   GStrv          *field);
void syl_list_fields_take_slugs   (SylListFields  *self,
                                   GStrv          *field);

G_END_DECLS
