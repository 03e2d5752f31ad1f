/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-list-changes.h"
#include "lists/syl-list-error.h"
#include "lists/syl-reading-list.h"
#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylListImport:
 * @id: the list's id, for syl_library_select_list()
 * @title: the list's title
 * @changes: what changed, or would change
 * @warnings: (element-type utf8): what of the file was left out or mended, one sentence each
 * @list: (nullable): the list itself, after a dry run
 *
 * What came of an import.
 */
typedef struct
{
  char *id;
  char *title;
  SylListChanges *changes;
  GPtrArray *warnings;
  SylReadingList *list;
} SylListImport;

void           syl_list_import_free      (SylListImport        *self);

void           syl_library_import_async  (SylLibrary           *self,
                                          GFile                *file,
                                          gboolean              dry_run,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
SylListImport *syl_library_import_finish (SylLibrary           *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListImport, syl_list_import_free)

G_END_DECLS
