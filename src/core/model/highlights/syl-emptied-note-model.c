/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/highlights/syl-emptied-note-model.h"

#include "model/syl-library-private.h"
#include "tables/syl-emptied-note-table.h"

struct _SylEmptiedNoteModel
{
  GObject parent_instance;

  SylLibrary *library; /* owned */
  GPtrArray *items;    /* of SylEmptiedNote, owned */
  guint reading : 1;
  guint stale : 1; /* changed since the read began */
};

static GType
get_item_type (GListModel *model)
{
  return SYL_TYPE_EMPTIED_NOTE;
}

static unsigned int
get_n_items (GListModel *model)
{
  return SYL_EMPTIED_NOTE_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel   *model,
          unsigned int  position)
{
  GPtrArray *items = SYL_EMPTIED_NOTE_MODEL (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SylEmptiedNoteModel, syl_emptied_note_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
is_among (SylEmptiedNote *note,
          GPtrArray      *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const SylEmptiedNoteFacts *facts = g_ptr_array_index (all, i);

      if (g_str_equal (facts->uuid, syl_emptied_note_get_uuid (note)))
        return TRUE;
    }
  return FALSE;
}

static void
remove_gone (SylEmptiedNoteModel *self,
             GPtrArray           *all)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      if (is_among (g_ptr_array_index (self->items, i - 1), all))
        continue;
      g_ptr_array_remove_index (self->items, i - 1);
      g_list_model_items_changed (G_LIST_MODEL (self), i - 1, 1, 0);
    }
}

static gboolean
stands_at (SylEmptiedNoteModel       *self,
           const SylEmptiedNoteFacts *facts,
           guint                      position)
{
  return position < self->items->len &&
         g_str_equal (syl_emptied_note_get_uuid (g_ptr_array_index (self->items, position)), facts->uuid);
}

static void
take_facts (SylEmptiedNoteModel *self,
            GPtrArray           *all)
{
  remove_gone (self, all);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      SylEmptiedNoteFacts *facts = g_ptr_array_index (all, i);

      if (stands_at (self, facts, i))
        {
          syl_emptied_note_facts_free (facts);
          continue;
        }
      g_ptr_array_insert (self->items, (int) i, _syl_emptied_note_new (facts));
      g_list_model_items_changed (G_LIST_MODEL (self), i, 0, 1);
    }
}

static gpointer
read_notes (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  return syl_emptied_note_table_list (connection, error);
}

static void refresh (SylEmptiedNoteModel *self);

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SylEmptiedNoteModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = syl_store_finish (SYL_STORE (object), result, &error);

  self->reading = FALSE;
  if (all != NULL)
    take_facts (self, all);
  else if (!g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CLOSED))
    g_warning ("Emptied notes could not be listed: %s", error->message);
  if (self->stale)
    refresh (self);
}

static void
refresh (SylEmptiedNoteModel *self)
{
  self->stale = self->reading;
  if (self->reading)
    return;

  self->reading = TRUE;
  syl_store_read_async (syl_library_get_store (self->library), read_notes, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
}

static void
changed_cb (SylEmptiedNoteModel *self,
            const SylChangeSet  *changes)
{
  if (changes->kinds & SYL_CHANGE_HIGHLIGHT)
    refresh (self);
}

static void
syl_emptied_note_model_finalize (GObject *object)
{
  SylEmptiedNoteModel *self = SYL_EMPTIED_NOTE_MODEL (object);

  g_ptr_array_unref (self->items);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_emptied_note_model_parent_class)->finalize (object);
}

static void
syl_emptied_note_model_class_init (SylEmptiedNoteModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_emptied_note_model_finalize;
}

static void
syl_emptied_note_model_init (SylEmptiedNoteModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * syl_library_list_emptied_notes:
 * @self: a library
 *
 * Returns: (transfer full) (element-type SylEmptiedNote): the notes of picks and highlights that were
 *   emptied in the last 30 days, newest first; they arrive later and stay true from then on
 */
GListModel *
syl_library_list_emptied_notes (SylLibrary *self)
{
  SylEmptiedNoteModel *model = g_object_new (SYL_TYPE_EMPTIED_NOTE_MODEL, NULL);

  model->library = g_object_ref (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), model, G_CONNECT_SWAPPED);
  refresh (model);
  return G_LIST_MODEL (model);
}
