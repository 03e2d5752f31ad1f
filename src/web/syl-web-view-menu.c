/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

static gboolean
is_of_use (WebKitContextMenuAction action)
{
  switch ((int) action)
    {
    /* There is one window, and its history is not WebKit's. */
    case WEBKIT_CONTEXT_MENU_ACTION_OPEN_LINK_IN_NEW_WINDOW:
    case WEBKIT_CONTEXT_MENU_ACTION_OPEN_IMAGE_IN_NEW_WINDOW:
    case WEBKIT_CONTEXT_MENU_ACTION_OPEN_FRAME_IN_NEW_WINDOW:
    case WEBKIT_CONTEXT_MENU_ACTION_OPEN_VIDEO_IN_NEW_WINDOW:
    case WEBKIT_CONTEXT_MENU_ACTION_OPEN_AUDIO_IN_NEW_WINDOW:
    case WEBKIT_CONTEXT_MENU_ACTION_GO_BACK:
    case WEBKIT_CONTEXT_MENU_ACTION_GO_FORWARD:
    case WEBKIT_CONTEXT_MENU_ACTION_STOP:
    case WEBKIT_CONTEXT_MENU_ACTION_RELOAD:
    /* Nor are there downloads. */
    case WEBKIT_CONTEXT_MENU_ACTION_DOWNLOAD_LINK_TO_DISK:
    case WEBKIT_CONTEXT_MENU_ACTION_DOWNLOAD_IMAGE_TO_DISK:
    case WEBKIT_CONTEXT_MENU_ACTION_DOWNLOAD_VIDEO_TO_DISK:
    case WEBKIT_CONTEXT_MENU_ACTION_DOWNLOAD_AUDIO_TO_DISK:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
is_separator_of_nothing (WebKitContextMenu     *menu,
                         WebKitContextMenuItem *item)
{
  return webkit_context_menu_item_is_separator (item) &&
         (item == webkit_context_menu_first (menu) || item == webkit_context_menu_last (menu));
}

static void
remove_useless (WebKitContextMenu *menu)
{
  g_autoptr (GList) items = g_list_copy (webkit_context_menu_get_items (menu));

  for (GList *link = items; link != NULL; link = link->next)
    {
      if (!is_of_use (webkit_context_menu_item_get_stock_action (link->data)))
        webkit_context_menu_remove (menu, link->data);
      else if (is_separator_of_nothing (menu, link->data))
        webkit_context_menu_remove (menu, link->data);
    }
}

static WebKitContextMenu *convert (GMenuModel *model,
                                   GActionMap *actions);

/* Returns: (transfer floating) (nullable) */
static WebKitContextMenuItem *
create_item (GMenuModel *model,
             int         position,
             GActionMap *actions)
{
  g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, position, G_MENU_LINK_SUBMENU);
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (model, position, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  GAction *action = NULL;

  g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  if (submenu != NULL)
    {
      g_autoptr (WebKitContextMenu) converted = convert (submenu, actions);

      return webkit_context_menu_item_new_with_submenu (label, converted);
    }
  if (g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_ACTION, "s", &name))
    action = g_action_map_lookup_action (actions, name);
  return action != NULL ? webkit_context_menu_item_new_from_gaction (action, label, target) : NULL;
}

/* Returns: (transfer full) */
static WebKitContextMenu *
convert (GMenuModel *model,
         GActionMap *actions)
{
  WebKitContextMenu *menu = webkit_context_menu_new ();

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      WebKitContextMenuItem *item = create_item (model, i, actions);

      if (item != NULL)
        webkit_context_menu_append (menu, item);
    }
  return menu;
}

/* The program's own items come first. */
static void
add_own (SylWebView        *self,
         WebKitContextMenu *menu)
{
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  int n_items;

  g_signal_emit_by_name (self, "populate-menu", own, actions);
  n_items = g_menu_model_get_n_items (G_MENU_MODEL (own));
  if (n_items > 0 && webkit_context_menu_get_n_items (menu) > 0)
    webkit_context_menu_prepend (menu, webkit_context_menu_item_new_separator ());
  for (int i = n_items - 1; i >= 0; i--)
    {
      WebKitContextMenuItem *item = create_item (G_MENU_MODEL (own), i, G_ACTION_MAP (actions));

      if (item != NULL)
        webkit_context_menu_prepend (menu, item);
    }
}

/* Leaves what is of use in this program, and adds what it says. */
gboolean
_syl_web_view_context_menu_cb (SylWebView        *self,
                               WebKitContextMenu *menu)
{
  remove_useless (menu);
  add_own (self, menu);
  return webkit_context_menu_get_n_items (menu) == 0;
}
