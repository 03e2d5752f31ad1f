/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "tables/syl-highlight-table.h"

static void
purged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  syl_store_finish (SYL_STORE (object), result, &error);
  if (error != NULL)
    g_info ("The trash is emptied another time: %s", error->message);
}

static gpointer
purge (SylConnection  *connection,
       gpointer        user_data,
       GError        **error)
{
  syl_highlight_table_purge (connection, error);
  return NULL;
}

static gpointer
count_expired (SylConnection  *connection,
               gpointer        user_data,
               GError        **error)
{
  gint64 n = 0;

  syl_highlight_table_count_expired (connection, &n, error);
  return GINT_TO_POINTER (n > 0);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  if (syl_store_finish (SYL_STORE (object), result, NULL) != NULL)
    syl_store_write_async (SYL_STORE (object), purge, NULL, NULL, NULL, NULL, purged_cb, NULL);
}

/* Looks first, so that a library that nobody writes to is not locked by it. */
void
_syl_library_purge_trash (SylLibrary *self)
{
  if (!syl_store_is_read_only (self->store))
    syl_store_read_async (self->store, count_expired, NULL, NULL, NULL, NULL, counted_cb, NULL);
}
