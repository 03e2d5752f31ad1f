/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylListRecord:
 * @id: the list's own id
 * @title: its title
 * @description: "" if none
 * @n_picks: how many picks it has, without extras
 * @n_reading: how many of them are being read
 * @n_read: how many are read
 * @n_skipped: how many are skipped
 *
 * A list as it leaves the library.
 */
typedef struct
{
  char *id;
  char *title;
  char *description;
  unsigned int n_picks;
  unsigned int n_reading;
  unsigned int n_read;
  unsigned int n_skipped;
} SylListRecord;

void       syl_list_record_free  (SylListRecord  *self);
GPtrArray *syl_list_records_read (SylConnection  *connection,
                                  GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListRecord, syl_list_record_free)

G_END_DECLS
