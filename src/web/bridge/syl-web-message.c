/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/syl-web-message.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define VERSION 1
#define MAX_QUOTE 200
#define MAX_PREFIX 64
#define MAX_PAGE 100000
#define MAX_COORDINATE 1000000

typedef struct
{
  const char *name;
  SylWebMessageType type;
  const char *fields[8]; /* beyond v and type; all of them, and no others */
} Kind;

static const Kind kinds[] = {
  { "hello", SYL_WEB_MESSAGE_HELLO, { "frame" } },
  { "next", SYL_WEB_MESSAGE_NEXT, { "document" } },
  { "place",
    SYL_WEB_MESSAGE_PLACE,
    { "document", "request", "quote", "prefix", "fraction", "page" } },
  { "found", SYL_WEB_MESSAGE_FOUND, { "document", "matches" } },
  { "text", SYL_WEB_MESSAGE_TEXT, { "document", "first", "text" } },
  { "text-end", SYL_WEB_MESSAGE_TEXT_END, { "document", "length", "starts" } },
  { "no-text", SYL_WEB_MESSAGE_NO_TEXT, { "document", "large" } },
  { "selection",
    SYL_WEB_MESSAGE_SELECTION,
    { "document", "version", "start", "end", "x", "y", "width", "height" } },
  { "text-selected",
    SYL_WEB_MESSAGE_WORDS,
    { "document", "text", "page", "x", "y", "width", "height" } },
  { "mark",
    SYL_WEB_MESSAGE_MARK,
    { "document", "version", "set", "index", "x", "y", "width", "height" } },
  { "current", SYL_WEB_MESSAGE_CURRENT, { "document", "version", "set", "index" } },
};

/* The parser recurses, and an object in an object is nothing a script of ours sends. */
static gboolean
is_flat (const char *text)
{
  unsigned int n_objects = 0;
  gboolean in_string = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (in_string && *at == '\\' && at[1] != '\0')
        at++;
      else if (*at == '"')
        in_string = !in_string;
      else if (!in_string && (*at == '[' || (*at == '{' && ++n_objects > 1)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_of_type (JsonNode *node,
            GType     type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static size_t
get_limit (const char *text)
{
  return g_str_has_prefix (text, SYL_WEB_MESSAGE_TEXT_PREFIX) ? SYL_WEB_MESSAGE_MAX_TEXT_BYTES
                                                              : SYL_WEB_MESSAGE_MAX_BYTES;
}

static gboolean
read_coordinate (JsonObject *object,
                 const char *name,
                 int         min,
                 int        *coordinate)
{
  JsonNode *node = json_object_get_member (object, name);

  if (!is_of_type (node, G_TYPE_INT64) || json_node_get_int (node) < min ||
      json_node_get_int (node) > MAX_COORDINATE)
    return FALSE;
  *coordinate = (int) json_node_get_int (node);
  return TRUE;
}

static gboolean
read_area (JsonObject   *object,
           GdkRectangle *area)
{
  return read_coordinate (object, "x", -MAX_COORDINATE, &area->x) &&
         read_coordinate (object, "y", -MAX_COORDINATE, &area->y) &&
         read_coordinate (object, "width", 0, &area->width) &&
         read_coordinate (object, "height", 0, &area->height);
}

static gboolean
read_count (JsonObject   *object,
            const char   *name,
            unsigned int  max,
            unsigned int *count)
{
  JsonNode *node = json_object_get_member (object, name);

  if (!is_of_type (node, G_TYPE_INT64) || json_node_get_int (node) < 0 ||
      json_node_get_int (node) > max)
    return FALSE;
  *count = (unsigned int) json_node_get_int (node);
  return TRUE;
}

/* 0 and 1 come as whole numbers. */
static gboolean
read_fraction (JsonObject *object,
               const char *name,
               double     *fraction)
{
  JsonNode *node = json_object_get_member (object, name);

  if (!is_of_type (node, G_TYPE_DOUBLE) && !is_of_type (node, G_TYPE_INT64))
    return FALSE;
  *fraction = json_node_get_double (node);
  return *fraction >= 0.0 && *fraction <= 1.0;
}

static gboolean
read_flag (JsonObject *object,
           const char *name,
           gboolean   *flag)
{
  JsonNode *node = json_object_get_member (object, name);

  if (!is_of_type (node, G_TYPE_BOOLEAN))
    return FALSE;
  *flag = json_node_get_boolean (node);
  return TRUE;
}

static const char *
read_text (JsonObject *object,
           const char *name,
           glong       max_characters)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text;

  if (!is_of_type (node, G_TYPE_STRING))
    return NULL;
  text = json_node_get_string (node);
  return g_utf8_strlen (text, -1) <= max_characters ? text : NULL;
}

static gboolean
read_place (SylWebMessage *self,
            JsonObject    *object)
{
  const char *quote = read_text (object, "quote", MAX_QUOTE);
  const char *prefix = read_text (object, "prefix", MAX_PREFIX);
  unsigned int page;
  double fraction;

  if (quote == NULL || prefix == NULL ||
      !read_count (object, "request", G_MAXUINT, &self->request) ||
      !read_count (object, "page", MAX_PAGE, &page) ||
      !read_fraction (object, "fraction", &fraction))
    return FALSE;
  self->place = syl_page_place_new (quote, prefix, fraction, page);
  return TRUE;
}

static gboolean
read_part (SylWebMessage *self,
           JsonObject    *object)
{
  self->text = g_strdup (read_text (object, "text", SYL_WEB_MESSAGE_MAX_TEXT_BYTES));
  return self->text != NULL && read_flag (object, "first", &self->is_first);
}

static gboolean
read_end (SylWebMessage *self,
          JsonObject    *object)
{
  self->text = g_strdup (read_text (object, "starts", SYL_WEB_MESSAGE_MAX_TEXT_BYTES));
  return self->text != NULL && read_count (object, "length", G_MAXINT, &self->length);
}

static gboolean
read_selection (SylWebMessage *self,
                JsonObject    *object)
{
  return read_count (object, "version", G_MAXUINT, &self->version) &&
         read_count (object, "start", G_MAXINT, &self->start) &&
         read_count (object, "end", G_MAXINT, &self->end) && self->start <= self->end &&
         read_area (object, &self->area);
}

static gboolean
read_words (SylWebMessage *self,
            JsonObject    *object)
{
  self->text = g_strdup (read_text (object, "text", SYL_WEB_MESSAGE_MAX_TEXT_BYTES));
  return self->text != NULL && read_count (object, "page", MAX_PAGE, &self->page) &&
         read_area (object, &self->area);
}

static gboolean
read_index (SylWebMessage *self,
            JsonObject    *object)
{
  return read_count (object, "version", G_MAXUINT, &self->version) &&
         read_count (object, "set", G_MAXUINT, &self->set) &&
         read_count (object, "index", G_MAXINT, &self->index);
}

static gboolean
read_fields (SylWebMessage *self,
             JsonObject    *object)
{
  if (self->type == SYL_WEB_MESSAGE_HELLO)
    return read_flag (object, "frame", &self->in_frame);
  if (!read_count (object, "document", G_MAXUINT, &self->document))
    return FALSE;

  switch (self->type)
    {
    case SYL_WEB_MESSAGE_PLACE:
      return read_place (self, object);
    case SYL_WEB_MESSAGE_FOUND:
      return read_count (object, "matches", G_MAXUINT, &self->matches);
    case SYL_WEB_MESSAGE_TEXT:
      return read_part (self, object);
    case SYL_WEB_MESSAGE_TEXT_END:
      return read_end (self, object);
    case SYL_WEB_MESSAGE_NO_TEXT:
      return read_flag (object, "large", &self->is_large);
    case SYL_WEB_MESSAGE_SELECTION:
      return read_selection (self, object);
    case SYL_WEB_MESSAGE_WORDS:
      return read_words (self, object);
    case SYL_WEB_MESSAGE_MARK:
      return read_index (self, object) && read_area (object, &self->area);
    case SYL_WEB_MESSAGE_CURRENT:
      return read_index (self, object);
    case SYL_WEB_MESSAGE_HELLO:
    case SYL_WEB_MESSAGE_NEXT:
    default:
      return TRUE;
    }
}

static const Kind *
find_kind (JsonObject *object)
{
  const char *type = read_text (object, "type", 16);
  unsigned int version = 0;

  if (type == NULL || !read_count (object, "v", VERSION, &version) || version != VERSION)
    return NULL;
  for (unsigned int i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i].name, type) == 0)
        return &kinds[i];
    }
  return NULL;
}

static gboolean
has_just_the_fields (JsonObject *object,
                     const Kind *kind)
{
  unsigned int n_fields = 2;

  for (unsigned int i = 0; i < G_N_ELEMENTS (kind->fields) && kind->fields[i] != NULL; i++)
    {
      if (!json_object_has_member (object, kind->fields[i]))
        return FALSE;
      n_fields++;
    }
  return json_object_get_size (object) == n_fields;
}

/**
 * syl_web_message_parse:
 * @text: what came from a page
 *
 * Returns: (transfer full) (nullable): the message; %NULL for whatever is not exactly one, which is
 *   no error to tell anybody of
 */
SylWebMessage *
syl_web_message_parse (const char *text)
{
  g_autoptr (SylWebMessage) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;
  const Kind *kind;
  size_t limit = get_limit (text);

  if (strnlen (text, limit + 1) > limit ||
      !g_utf8_validate (text, -1, NULL) || !is_flat (text))
    return NULL;
  root = json_from_string (text, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  kind = find_kind (object);
  if (kind == NULL || !has_just_the_fields (object, kind))
    return NULL;

  self = g_new0 (SylWebMessage, 1);
  self->type = kind->type;
  return read_fields (self, object) ? g_steal_pointer (&self) : NULL;
}

/**
 * syl_web_message_free:
 * @self: (transfer full): a message
 */
void
syl_web_message_free (SylWebMessage *self)
{
  g_clear_pointer (&self->place, syl_page_place_free);
  g_free (self->text);
  g_free (self);
}
