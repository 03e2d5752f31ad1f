/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

/* The settings are "meaning-name-0" and so on. */
#define KEY_PREFIX "meaning-name-"

char **
_syl_library_dup_meaning_names (SylLibrary *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (unsigned int i = 0; i < SYL_HIGHLIGHT_N_MEANINGS; i++)
    g_strv_builder_add (names, self->meaning_names[i] != NULL ? self->meaning_names[i] : "");
  return g_strv_builder_end (names);
}

static gpointer
read_names (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT (SELECT value FROM setting WHERE key = '" KEY_PREFIX "' || ?1)", error);

  if (statement == NULL)
    return NULL;
  for (unsigned int i = 0; i < SYL_HIGHLIGHT_N_MEANINGS; i++)
    {
      syl_statement_rewind (statement);
      syl_statement_bind_int64 (statement, 1, i);
      if (syl_statement_step (statement, error) != SYL_STEP_ROW)
        return NULL;
      g_ptr_array_add (names, syl_statement_dup_text (statement, 0));
    }
  return g_steal_pointer (&names);
}

typedef struct
{
  SylLibrary *library; /* owned */
  unsigned int generation;
} NamesRead;

static void
names_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree NamesRead *read = user_data;
  g_autoptr (SylLibrary) self = read->library;
  g_autoptr (GPtrArray) names = syl_store_finish (SYL_STORE (object), result, NULL);
  gboolean differs = FALSE;

  if (names == NULL || read->generation != self->meanings_generation)
    return;
  for (unsigned int i = 0; i < SYL_HIGHLIGHT_N_MEANINGS; i++)
    differs |= g_set_str (&self->meaning_names[i], g_ptr_array_index (names, i));
  if (differs)
    g_object_notify (G_OBJECT (self), "meaning-names");
}

void
_syl_library_refresh_meanings (SylLibrary *self)
{
  NamesRead *read = g_new0 (NamesRead, 1);

  read->library = g_object_ref (self);
  read->generation = ++self->meanings_generation;
  syl_store_read_async (self->store, read_names, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                        names_read_cb, read);
}

/**
 * syl_library_get_meaning_name:
 * @self: a library
 * @meaning: a meaning of highlights, 0 to 3
 *
 * Returns: (transfer none) (nullable): what the reader calls it; %NULL where there is only the
 *   window's own name
 */
const char *
syl_library_get_meaning_name (SylLibrary   *self,
                              unsigned int  meaning)
{
  g_return_val_if_fail (meaning < SYL_HIGHLIGHT_N_MEANINGS, NULL);

  return self->meaning_names[meaning];
}

typedef struct
{
  unsigned int meaning;
  char *name; /* nullable */
} Naming;

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_free (naming->name);
  g_free (naming);
}

static gpointer
set_name (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  Naming *naming = user_data;
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      naming->name != NULL ? "INSERT INTO setting (key, value) VALUES ('" KEY_PREFIX "' || ?1, ?2) "
                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                           : "DELETE FROM setting WHERE key = '" KEY_PREFIX "' || ?1",
      error);

  if (statement == NULL)
    return NULL;
  syl_statement_bind_int64 (statement, 1, naming->meaning);
  if (naming->name != NULL)
    syl_statement_bind_text (statement, 2, naming->name);
  if (syl_statement_run (statement, error))
    syl_connection_note_change (connection, SYL_CHANGE_SETTING, 0);
  return NULL;
}

/**
 * syl_library_set_meaning_name_async:
 * @self: a library
 * @meaning: a meaning of highlights, 0 to 3
 * @name: (nullable): what to call it from now on; %NULL or "" for the window's own name
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_meaning_name_async (SylLibrary          *self,
                                    unsigned int         meaning,
                                    const char          *name,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Naming *naming;
  GError *error = NULL;

  if (!_syl_highlight_check_meaning (meaning, &error) || !_syl_highlight_check_meaning_name (name, &error))
    {
      _syl_library_refuse (self, error, syl_library_set_meaning_name_async, callback, user_data);
      return;
    }

  naming = g_new0 (Naming, 1);
  naming->meaning = meaning;
  naming->name = name != NULL && name[0] != '\0' ? g_strdup (name) : NULL;
  _syl_library_write (self, set_name, naming, naming_free, syl_library_set_meaning_name_async, cancellable,
                      callback, user_data);
}

/**
 * syl_library_set_meaning_name_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_meaning_name_finish (SylLibrary    *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return _syl_library_finish_write (result, error);
}
