/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/highlights/syl-highlight-history.h"
#include "model/highlights/syl-highlight-private.h"
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
  GPtrArray *openers;    /* of GTask, owned; nullable: those who wait until the library is open */
  GCancellable *opening; /* owned, nullable: stops what they wait for */
  GHashTable *picks;     /* gint64 → SylPick, unowned: entries go when the objects do */
  GListStore *lists;     /* of SylList */
  GListStore *sections;  /* of SylSection */
  SylList *list;         /* owned, nullable */
  char *list_uri;        /* the list that was asked for, nullable */
  unsigned int n_picks;
  unsigned int n_reading;
  unsigned int n_read;
  unsigned int n_skipped;
  unsigned int n_highlights;
  unsigned int overview_generation; /* of the last one that was asked for */
  unsigned int overview_taken;      /* of the last one that was taken */
  GHashTable *highlights;         /* gint64 → SylHighlight, unowned: entries go when the objects do */
  guint64 highlights_generation;  /* of the last read that began */
  SylHighlightHistory *history;   /* owned; shared with edits under way */
  char *meaning_names[SYL_HIGHLIGHT_N_MEANINGS]; /* owned, nullable */
  unsigned int meanings_generation;
  GHashTable *card_highlights; /* owned, nullable: set of ids of the highlights that have a card */
  unsigned int n_questions;
  unsigned int questions_generation;
  guint is_open : 1; /* whole, and not only the store */
  guint can_undo : 1;
  guint can_redo : 1;
};

SylPick *_syl_library_get_pick    (SylLibrary          *self,
                                   gint64               id);
/* The object that has the first of these SylPickFacts from now on; an owned one, nullable. */
SylPick *_syl_library_take_pick   (SylLibrary          *self,
                                   GPtrArray           *facts);
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

gboolean _syl_library_close_weeks       (SylConnection  *connection,
                                         GError        **error);
gboolean _syl_library_begin_lists       (SylConnection  *connection,
                                         GError        **error);
void     _syl_library_close_weeks_later (SylLibrary     *self);

SylHighlight *_syl_library_get_highlight    (SylLibrary         *self,
                                             gint64              id);
void          _syl_library_update_history   (SylLibrary         *self);
void          _syl_library_refresh_meanings (SylLibrary         *self);
char        **_syl_library_dup_meaning_names (SylLibrary        *self);
void          _syl_library_purge_trash      (SylLibrary         *self);

/* Runs @func on the writer with @data, which lives as long as the task that is answered. */
void          _syl_library_write       (SylLibrary          *self,
                                        SylStoreFunc         func,
                                        gpointer             data,
                                        GDestroyNotify       data_destroy,
                                        gpointer             source_tag,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* The same for an edit that the history has a part in. */
void          _syl_library_write_edit  (SylLibrary          *self,
                                        SylStoreFunc         func,
                                        SylHighlightEdit    *edit,
                                        gpointer             source_tag,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* Answers with @error, which it takes over. */
void          _syl_library_refuse      (SylLibrary          *self,
                                        GError              *error,
                                        gpointer             source_tag,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean      _syl_library_finish_write (GAsyncResult       *result,
                                         GError            **error);

/* The callback of a store job that answers a task of the library, whose reference it takes. */
void     _syl_library_forward_cb    (GObject             *object,
                                     GAsyncResult        *result,
                                     gpointer             user_data);

SylPagedModel *_syl_paged_model_new (SylLibrary          *library,
                                     SylPickGroup         group,
                                     gint64               section_id);

G_END_DECLS
