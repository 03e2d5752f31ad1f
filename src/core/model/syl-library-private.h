/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"
#include "tables/syl-list-table.h"
#include "store/syl-store.h"

G_BEGIN_DECLS

/*
 *   store ─ changed ─→ refresh ─┬→ overview read → lists, sections, counts
 *                               ├→ facts read → live SylPick objects → notify → rows and pages
 *                               └→ `changed` → SylPagedModel: ids read → items_changed
 */
struct _SylLibrary
{
  GObject parent_instance;

  char *data_directory;
  char *lists_directory; /* nullable */
  SylStore *store;       /* owned */
  GHashTable *picks;     /* gint64 → SylPick, unowned: entries go when the objects do */
  GListStore *lists;     /* of SylList */
  GListStore *sections;  /* of SylSection */
  SylList *list;         /* owned, nullable */
  char *list_uri;        /* the list that was asked for, nullable */
  unsigned int n_picks;
  unsigned int n_reading;
  unsigned int n_read;
  unsigned int n_skipped;
  unsigned int overview_generation; /* of the last one that was asked for */
  unsigned int overview_taken;      /* of the last one that was taken */
};

SylPick *_syl_library_get_pick    (SylLibrary          *self,
                                   gint64               id);
void     _syl_library_load_facts  (SylLibrary          *self,
                                   GArray              *ids);
gint64   _syl_library_get_list_id (SylLibrary          *self);

void     _syl_library_refresh         (SylLibrary          *self);
void     _syl_library_refresh_async   (SylLibrary          *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean _syl_library_refresh_finish  (SylLibrary          *self,
                                       GAsyncResult        *result,
                                       GError             **error);
void     _syl_library_refresh_details  (SylLibrary         *self,
                                        const SylChangeSet *changes);
void     _syl_library_take_changes     (SylLibrary         *self,
                                        const SylChangeSet *changes);

void     _syl_library_intake_async  (SylLibrary          *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean _syl_library_intake_finish (SylLibrary          *self,
                                     GAsyncResult        *result,
                                     GError             **error);

/* The callback of a store job that answers a task of the library, whose reference it takes. */
void     _syl_library_forward_cb    (GObject             *object,
                                     GAsyncResult        *result,
                                     gpointer             user_data);

SylPagedModel *_syl_paged_model_new (SylLibrary          *library,
                                     SylPickGroup         group,
                                     gint64               section_id);

G_END_DECLS
