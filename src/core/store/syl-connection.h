/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/syl-change-set.h"
#include "store/syl-statement.h"
#include "store/syl-store-error.h"

G_BEGIN_DECLS

/**
 * SylConnection:
 *
 * One handle on the database, bound to the thread that opened it: every function asserts that.
 * It never belongs to the thread that runs the main loop.
 */
typedef struct _SylConnection SylConnection;

/**
 * SylConnectionMode:
 * @SYL_CONNECTION_MODE_READ_WRITE: the file is made if it is missing
 * @SYL_CONNECTION_MODE_READ_ONLY: the file must be there
 * @SYL_CONNECTION_MODE_IMMUTABLE: read-only and without locks, for folders where SQLite can't
 *   make the files that go with a write-ahead log
 *
 * How a connection is opened.
 */
typedef enum
{
  SYL_CONNECTION_MODE_READ_WRITE,
  SYL_CONNECTION_MODE_READ_ONLY,
  SYL_CONNECTION_MODE_IMMUTABLE,
} SylConnectionMode;

SylConnection *syl_connection_open               (const char         *path,
                                                  SylConnectionMode   mode,
                                                  GError            **error);
void           syl_connection_close              (SylConnection      *self);
gboolean       syl_connection_is_read_only       (SylConnection      *self);
void           syl_connection_set_cancellable    (SylConnection      *self,
                                                  GCancellable       *cancellable);
void           syl_connection_set_moment         (SylConnection      *self,
                                                  unsigned int        moment);
unsigned int   syl_connection_get_moment         (SylConnection      *self);

SylStatement  *syl_connection_prepare            (SylConnection      *self,
                                                  const char         *sql,
                                                  GError            **error);
gboolean       syl_connection_execute            (SylConnection      *self,
                                                  const char         *sql,
                                                  GError            **error);
gboolean       syl_connection_query_int64        (SylConnection      *self,
                                                  const char         *sql,
                                                  gint64             *value,
                                                  GError            **error);
char          *syl_connection_query_text         (SylConnection      *self,
                                                  const char         *sql,
                                                  GError            **error);
gint64         syl_connection_get_last_insert_id (SylConnection      *self);
int            syl_connection_get_n_changed      (SylConnection      *self);

gboolean       syl_connection_begin              (SylConnection      *self,
                                                  GError            **error);
gboolean       syl_connection_begin_read         (SylConnection      *self,
                                                  GError            **error);
gboolean       syl_connection_commit             (SylConnection      *self,
                                                  GError            **error);
void           syl_connection_rollback           (SylConnection      *self);

void           syl_connection_note_change        (SylConnection      *self,
                                                  SylChangeKind       kind,
                                                  gint64              pick_id);
SylChangeSet  *syl_connection_steal_changes      (SylConnection      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylConnection, syl_connection_close)

G_END_DECLS
