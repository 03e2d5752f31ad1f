/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "notes/syl-meaning.h"
#include "page/syl-reader-private.h"

static void
highlight_cb (SylReader *self,
              GVariant  *parameter)
{
  unsigned int meaning = g_variant_get_uint32 (parameter);

  if (self->menu_uuid != NULL)
    _syl_reader_set_meaning (self, self->menu_uuid, meaning);
  else
    syl_reader_highlight (self, meaning);
}

static void
write_note_cb (SylReader *self)
{
  if (self->menu_uuid != NULL)
    _syl_reader_open_note (self, self->menu_uuid);
  else
    syl_reader_write_note (self);
}

static void
delete_cb (SylReader *self)
{
  if (self->menu_uuid != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-highlight", "s", self->menu_uuid);
}

static void
add_to_review_cb (SylReader *self)
{
  if (self->menu_uuid != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.add-to-review", "s", self->menu_uuid);
}

static void
add_action (SylReader          *self,
            GActionMap         *actions,
            const char         *name,
            const GVariantType *type,
            GCallback           callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (actions, G_ACTION (action));
}

/* For words that are selected, or for the highlight under the pointer, which the pointer leaves for the
 * menu. */
static void
add_items (SylReader *self,
           GMenu     *menu)
{
  g_autoptr (GMenuModel) meanings = syl_meaning_new_menu (self->library, "highlight");

  if (self->menu_uuid == NULL)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("_Highlight"), NULL);

      g_menu_item_set_action_and_target (item, "highlight", "u", 0);
      g_menu_append_item (menu, item);
    }
  g_menu_append_submenu (menu, self->menu_uuid == NULL ? _("Highlight _As") : _("Chan_ge Meaning"), meanings);
  g_menu_append (menu, _("Write a _Note…"), "write-note");
  if (self->menu_uuid != NULL)
    g_menu_append (menu, _("_Delete Highlight"), "delete");
}

/* One that has a card says so. */
static void
add_review_item (SylReader  *self,
                 GMenu      *menu,
                 GActionMap *actions)
{
  gboolean in_review = syl_library_has_card_of (self->library, self->menu_uuid);

  add_action (self, actions, "add-to-review", NULL, G_CALLBACK (add_to_review_cb));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "add-to-review")), !in_review);
  g_menu_append (menu, in_review ? _("In Review") : _("Add to _Review…"), "add-to-review");
}

static void
populate_menu_cb (SylReader  *self,
                  GMenu      *menu,
                  GActionMap *actions)
{
  g_clear_pointer (&self->menu_uuid, g_free);
  if (syl_library_get_read_only (self->library))
    return;
  if (!syl_pencil_has_selection (self->pencil))
    {
      g_object_get (self->view, "current-mark", &self->menu_uuid, NULL);
      if (self->menu_uuid == NULL)
        return;
    }

  add_action (self, actions, "highlight", G_VARIANT_TYPE_UINT32, G_CALLBACK (highlight_cb));
  add_action (self, actions, "write-note", NULL, G_CALLBACK (write_note_cb));
  add_action (self, actions, "delete", NULL, G_CALLBACK (delete_cb));
  add_items (self, menu);
  if (self->menu_uuid != NULL)
    add_review_item (self, menu, actions);
}

/* Goes with the view. */
void
_syl_reader_connect_menu (SylReader *self)
{
  g_signal_connect_object (self->view, "populate-menu", G_CALLBACK (populate_menu_cb), self, G_CONNECT_SWAPPED);
}
