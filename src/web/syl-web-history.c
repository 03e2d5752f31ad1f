/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-history.h"

/* How many pages WebKit's list holds. */
#define CAPACITY 100

/* That list can't be emptied, and one view shows one source after the other. So the item at which
 * the present source began is kept, and nothing goes back beyond it. */
struct _SylWebHistory
{
  GObject parent_instance;

  WebKitBackForwardList *list;     /* unowned; the view's, which owns this */
  WebKitBackForwardListItem *base; /* owned, nullable: all of the list is the present source's */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static unsigned int signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylWebHistory, syl_web_history, G_TYPE_OBJECT)

/* The list is bounded and lets go of the oldest; an item can also be replaced by another. */
static void
keep_base (SylWebHistory *self,
           GList         *removed)
{
  WebKitBackForwardListItem *present = webkit_back_forward_list_get_current_item (self->list);

  if (self->base == NULL || g_list_find (removed, self->base) == NULL)
    return;
  if (webkit_back_forward_list_get_length (self->list) < CAPACITY)
    g_set_object (&self->base, present);
  else
    g_clear_object (&self->base);
}

static void
changed_cb (SylWebHistory             *self,
            WebKitBackForwardListItem *added,
            gpointer                   removed)
{
  keep_base (self, removed);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * syl_web_history_begin:
 * @self: a history
 *
 * The page shown now is the first of another source.
 */
void
syl_web_history_begin (SylWebHistory *self)
{
  g_set_object (&self->base, webkit_back_forward_list_get_current_item (self->list));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * syl_web_history_can_go_back:
 * @self: a history
 *
 * Returns: whether there is an earlier page of the source
 */
gboolean
syl_web_history_can_go_back (SylWebHistory *self)
{
  return webkit_back_forward_list_get_back_item (self->list) != NULL &&
         webkit_back_forward_list_get_current_item (self->list) != self->base;
}

/**
 * syl_web_history_can_go_forward:
 * @self: a history
 *
 * Returns: whether there is a later page; loading another source has dropped those of the one
 *   before
 */
gboolean
syl_web_history_can_go_forward (SylWebHistory *self)
{
  return webkit_back_forward_list_get_forward_item (self->list) != NULL;
}

/**
 * syl_web_history_contains:
 * @self: a history
 * @uri: an address
 *
 * Returns: whether it is that of a page of the source
 */
gboolean
syl_web_history_contains (SylWebHistory *self,
                          const char    *uri)
{
  g_autoptr (GList) forward = webkit_back_forward_list_get_forward_list (self->list);
  g_autoptr (GList) back = webkit_back_forward_list_get_back_list (self->list);
  gboolean in_source = webkit_back_forward_list_get_current_item (self->list) != self->base;

  for (GList *link = forward; link != NULL; link = link->next)
    {
      if (g_strcmp0 (webkit_back_forward_list_item_get_uri (link->data), uri) == 0)
        return TRUE;
    }
  /* The latest comes first. */
  for (GList *link = back; link != NULL && in_source; link = link->next)
    {
      if (g_strcmp0 (webkit_back_forward_list_item_get_uri (link->data), uri) == 0)
        return TRUE;
      in_source = link->data != self->base;
    }
  return FALSE;
}

static void
syl_web_history_finalize (GObject *object)
{
  SylWebHistory *self = SYL_WEB_HISTORY (object);

  g_clear_object (&self->base);

  G_OBJECT_CLASS (syl_web_history_parent_class)->finalize (object);
}

static void
syl_web_history_class_init (SylWebHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_web_history_finalize;

  /**
   * SylWebHistory::changed:
   *
   * What can be gone to is not the same any more.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
syl_web_history_init (SylWebHistory *self)
{
}

/**
 * syl_web_history_new:
 * @view: the view, which must outlive the history
 *
 * Returns: (transfer full): its history
 */
SylWebHistory *
syl_web_history_new (WebKitWebView *view)
{
  SylWebHistory *self = g_object_new (SYL_TYPE_WEB_HISTORY, NULL);

  self->list = webkit_web_view_get_back_forward_list (view);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
